<?php

declare(strict_types=1);

namespace Innovation;

use FFI;
use JsonException;
use RuntimeException;
use stdClass;
use Throwable;

/**
 * Every operation of the innovation contract, through the C library and FFI.
 *
 *     $innovation = Library::open();
 *     $selection = $innovation->call('gather.select', ['people' => $people, 'size' => 8]);
 *
 * What the library refuses is thrown as InnovationException; a library that is missing or of
 * another version as LibraryException.
 *
 * In a request, a list is a list and everything else with keys an object; an empty object is
 * `new stdClass`, as an empty array is an empty list. In a response, objects are stdClass, so
 * that what was {} is not [] when it is sent back.
 */
final class Library
{
    /** Version of the binary interface that this class speaks. */
    public const ABI_VERSION = 1;

    /** Version of the contract that this class speaks. */
    public const CONTRACT_VERSION = 1;

    /** Where the library is, unless told otherwise: INNOVATION_LIBRARY, then the system's folders. */
    public const NAME = 'libinnovation.so.' . self::ABI_VERSION;

    /** Name under which `ffi.preload` keeps the library for all requests. */
    private const SCOPE = 'INNOVATION';

    private const DECLARATIONS = <<<'C'
        uint32_t innovation_abi_version(void);
        int32_t innovation_call_with(const char *name, const char *request, size_t length, const char *limits,
            bool (*progress)(void *user, uint64_t done, uint64_t total, double best), void *user,
            char **response, char **error);
        void innovation_string_free(char *text);

        C;

    private static ?self $opened = null;

    private function __construct(private FFI $c)
    {
        $abi = $c->innovation_abi_version();
        if ($abi !== self::ABI_VERSION) {
            throw new LibraryException("the library has binary interface $abi, not " . self::ABI_VERSION);
        }
        $precision = (int) ini_get('serialize_precision');
        if ($precision >= 0 && $precision < 17) {
            throw new LibraryException("serialize_precision is $precision in php.ini: numbers would lose digits, set -1");
        }
        $contract = $this->call('contract.version')->contract ?? 0;
        if ($contract !== self::CONTRACT_VERSION) {
            throw new LibraryException("the library speaks contract $contract, not " . self::CONTRACT_VERSION);
        }
    }

    /** The library: the one that was preloaded, or that of a path. It is opened once. */
    public static function open(?string $path = null): self
    {
        if ($path !== null) {
            return new self(self::load($path));
        }
        return self::$opened ??= new self(self::preloaded() ?? self::load(getenv('INNOVATION_LIBRARY') ?: self::NAME));
    }

    /** The header that `ffi.preload` reads, for a library at a path. */
    public static function header(string $path): string
    {
        return sprintf("#define FFI_SCOPE \"%s\"\n#define FFI_LIB \"%s\"\n%s", self::SCOPE, $path, self::DECLARATIONS);
    }

    /**
     * Calls an operation by its name in the contract. No request is an empty one.
     *
     * @param array<string, mixed>|stdClass $request
     * @param array<string, int>|null $limits bytes, depth, string, array
     * @param (callable(int, int, float): bool)|null $progress see callText
     */
    public function call(
        string $operation,
        array|stdClass $request = [],
        ?array $limits = null,
        ?callable $progress = null,
    ): mixed {
        $text = self::written($request === [] ? new stdClass() : $request);
        $response = $this->callText($operation, $text, $limits, $progress);
        return json_decode($response, false, 512, JSON_THROW_ON_ERROR);
    }

    /**
     * Calls an operation on JSON text, and gives the bytes of the library untouched.
     *
     * `$progress` is told how far the call is: steps done, steps planned (0: unknown), best value
     * so far (NAN: unknown). False stops the search, and its best answer so far is the response.
     * What it throws stops the call, and is thrown here.
     *
     * @param array<string, int>|null $limits bytes, depth, string, array
     * @param (callable(int, int, float): bool)|null $progress
     */
    public function callText(
        string $operation,
        string $request,
        ?array $limits = null,
        ?callable $progress = null,
    ): string {
        if (str_contains($operation, "\0")) { // C would read the name up to here
            throw new InnovationException('contract.unknown-operation', '', 'the name of an operation holds no NUL');
        }
        $thrown = null;
        $tell = $progress === null ? null : static function ($user, $done, $total, $best) use ($progress, &$thrown) {
            try {
                return (bool) $progress($done, $total, $best);
            } catch (Throwable $fault) { // nothing may be thrown through C
                $thrown = $fault;
                return false;
            }
        };
        $response = $this->c->new('char *');
        $error = $this->c->new('char *');
        try {
            $this->c->innovation_call_with(
                $operation,
                $request,
                strlen($request),
                $limits === null ? null : self::written((object) $limits),
                $tell,
                null,
                FFI::addr($response),
                FFI::addr($error),
            );
            if ($thrown !== null) {
                throw $thrown;
            }
            if (!FFI::isNull($error)) {
                throw InnovationException::read(FFI::string($error));
            }
            return FFI::string($response);
        } finally {
            $this->c->innovation_string_free($response);
            $this->c->innovation_string_free($error);
        }
    }

    private static function written(array|stdClass $value): string
    {
        try {
            $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION;
            return json_encode($value, $flags | JSON_THROW_ON_ERROR);
        } catch (JsonException $fault) {
            $code = $fault->getCode() === JSON_ERROR_UTF8 ? 'contract.not-utf8' : 'contract.invalid-value';
            throw new InnovationException($code, '', $fault->getMessage(), previous: $fault);
        }
    }

    private static function load(string $path): FFI
    {
        try {
            return FFI::cdef(self::DECLARATIONS, $path);
        } catch (FFI\Exception $fault) {
            throw new LibraryException("libinnovation cannot be loaded: {$fault->getMessage()}", 0, $fault);
        }
    }

    private static function preloaded(): ?FFI
    {
        try {
            return FFI::scope(self::SCOPE);
        } catch (FFI\Exception) {
            return null;
        }
    }
}

/** The library refused a request. getCode() is the cause, a text as with PDOException. */
final class InnovationException extends RuntimeException
{
    /**
     * @param string $code the cause, as gather.infeasible; codes never change their meaning
     * @param string $path the place in the request, a JSON Pointer; empty for all of it
     * @param ?string $hint what to do about it
     * @param stdClass $details figures about it by name; which ones depends on the code
     */
    public function __construct(
        string $code,
        public readonly string $path,
        string $message,
        public readonly ?string $hint = null,
        public readonly stdClass $details = new stdClass(),
        ?Throwable $previous = null,
    ) {
        parent::__construct($message, 0, $previous);
        $this->code = $code;
    }

    /** The error that the library wrote. */
    public static function read(string $text): self
    {
        $error = json_decode($text, false, 512, JSON_THROW_ON_ERROR)->error;
        $details = $error->details ?? new stdClass();
        return new self($error->code, $error->path, $error->message, $error->hint ?? null, $details);
    }
}

/** There is no C library here, or it speaks another version. */
final class LibraryException extends RuntimeException
{
}
