<?php

declare(strict_types=1);

require_once __DIR__ . '/../../../examples/php/Innovation.php';

use Innovation\InnovationException;

/** What the PHP programs share: a count of checks. */
final class Checks
{
    private static int $passed = 0;
    private static int $failed = 0;

    public static function holds(bool $held, string $what): void
    {
        if ($held) {
            self::$passed++;
        } else {
            self::$failed++;
            echo "not so: $what\n";
        }
    }

    public static function same(mixed $expected, mixed $found, string $what): void
    {
        self::holds($expected === $found, sprintf('%s: %s, not %s', $what, var_export($found, true), var_export($expected, true)));
    }

    /** Checks that a call is refused with this code at this place. */
    public static function refused(string $code, string $path, callable $call): ?InnovationException
    {
        try {
            $call();
        } catch (InnovationException $refused) {
            self::same("$code at $path", "{$refused->getCode()} at $refused->path", 'refusal');
            return $refused;
        }
        self::holds(false, "$code was not refused");
        return null;
    }

    /** Says how many checks held; nothing checked is a failure. */
    public static function end(): never
    {
        printf("%d passed, %d failed\n", self::$passed, self::$failed);
        exit(self::$failed === 0 && self::$passed > 0 ? 0 : 1);
    }
}
