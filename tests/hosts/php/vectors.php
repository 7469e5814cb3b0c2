<?php

/** Repeats every case through Library: as text, byte for byte, and as values. */

declare(strict_types=1);

require_once __DIR__ . '/checks.php';

use Innovation\InnovationException;
use Innovation\Library;

/** A response is what it should be; an exception tells all that the library wrote. */
function repeat(stdClass $case, string $how, string $expected, callable $call): void
{
    $error = $case->ok ? null : json_decode($case->output)->error;
    try {
        Checks::holds($call() === $expected && $error === null, $case->name . $how);
    } catch (InnovationException $refused) {
        $told = [$refused->getCode(), $refused->path, $refused->getMessage(), $refused->hint, $refused->details];
        $wrote = [$error?->code, $error?->path, $error?->message, $error?->hint ?? null, $error?->details ?? new stdClass()];
        Checks::holds($told == $wrote, "$case->name$how: {$refused->getCode()}");
    }
}

$innovation = Library::open();
$textOnly = 0;
foreach (file($argv[1], FILE_IGNORE_NEW_LINES) as $line) {
    $case = json_decode($line, false, 512, JSON_THROW_ON_ERROR);
    repeat($case, ' as text', $case->output, fn () => $innovation->callText($case->operation, $case->request));

    $request = json_decode($case->request);
    $code = $case->ok ? null : json_decode($case->output)->error->code;
    if (!is_array($request) && !$request instanceof stdClass || in_array($code, ['contract.not-json', 'contract.duplicate-key'], true)) {
        $textOnly++;
        continue;
    }
    $written = json_encode(json_decode($case->output));
    repeat($case, ' as values', $written, fn () => json_encode($innovation->call($case->operation, $request)));
}
echo "$textOnly cases as text only: no JSON, no array or object, or a key twice\n";
Checks::end();
