<?php

/**
 * Eighty thousand calls in turn, as PHP has one thread: the answers are right and memory does
 * not grow.
 */

declare(strict_types=1);

require_once __DIR__ . '/checks.php';

use Innovation\InnovationException;
use Innovation\Library;

const CALLS = 80_000;
const WARM_UP = 4_000;
const BOUND_KB = 8 * 1024;

/** The memory that the process holds, in kB. */
function resident(): int
{
    gc_collect_cycles();
    preg_match('/^VmRSS:\s+(\d+) kB$/m', file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
}

/** One call in four is refused, one is on values, two are on text. */
function right(Library $innovation, int $number, stdClass $request): bool
{
    if ($number % 4 === 0) {
        try {
            $innovation->call('gather.select', [str_repeat('x', 1000) => 1]); // a long name, a long error
            return false;
        } catch (InnovationException $refused) {
            return $refused->getCode() === 'contract.unknown-field';
        }
    }
    if ($number % 4 === 1) {
        return count($innovation->call('gather.select', $request)->chosen) === 3;
    }
    return str_contains($innovation->callText('contract.operations', '{}'), '"gather.select"');
}

function wrongAnswers(Library $innovation, int $calls): int
{
    $request = json_decode('{"people": [{"id": "ana", "role": "nurse", "unit": "médecine"},
        {"id": "bo", "role": "patient"}, {"id": "chi", "role": "family-carer"}, {"id": "dee", "role": "nurse"},
        {"id": "eli", "role": "ward-manager"}], "ties": [{"a": "ana", "b": "dee", "weight": 2.5}], "size": 3, "seed": 1}');
    $wrong = 0;
    for ($number = 0; $number < $calls; $number++) {
        $wrong += right($innovation, $number, $request) ? 0 : 1;
    }
    return $wrong;
}

$innovation = Library::open();
Checks::same(0, wrongAnswers($innovation, WARM_UP), 'wrong answers while warming up');
$before = resident();
Checks::same(0, wrongAnswers($innovation, CALLS), 'wrong answers');
$after = resident();
printf("%d calls in turn: %d kB before, %d kB after\n", CALLS, $before, $after);
Checks::holds($before > 0 && $after - $before <= BOUND_KB, 'memory does not grow by more than 8 MB');
Checks::end();
