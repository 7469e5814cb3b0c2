<?php

/** What a PHP program may do wrong with Library, and what is then thrown. */

declare(strict_types=1);

require_once __DIR__ . '/checks.php';

use Innovation\Library;
use Innovation\LibraryException;

$innovation = Library::open();
$nurses = array_map(static fn (string $id) => ['id' => $id, 'role' => 'nurse'], str_split('abcdef'));
$longSearch = [
    'people' => $nurses,
    'tables' => ['count' => 2],
    'rounds' => 4,
    'seed' => 1,
    'effort' => ['milliseconds' => 60000],
];

foreach (['/nowhere/libinnovation.so', 'libm.so.6'] as $path) {
    try {
        Library::open($path);
        Checks::holds(false, "$path was opened");
    } catch (LibraryException $fault) {
        Checks::holds(str_contains($fault->getMessage(), 'libinnovation'), $fault->getMessage());
    }
}
ini_set('serialize_precision', '10');
try {
    Library::open(getenv('INNOVATION_LIBRARY') ?: Library::NAME);
    Checks::holds(false, 'numbers may lose digits');
} catch (LibraryException $fault) {
    Checks::holds(str_contains($fault->getMessage(), 'serialize_precision is 10'), $fault->getMessage());
}
ini_set('serialize_precision', '-1');

Checks::refused('contract.not-json', '', fn () => $innovation->callText('contract.version', ''));
Checks::refused('contract.not-json', '', fn () => $innovation->callText('contract.version', "{\0}"));
Checks::refused('contract.not-utf8', '', fn () => $innovation->callText('contract.version', "{\"\xed\xa0\x80\":1}"));
Checks::refused('contract.not-utf8', '', fn () => $innovation->callText("contract.v\xe9rsion", '{}'));
Checks::refused('contract.unknown-operation', '', fn () => $innovation->callText("contract.version\0x", '{}'));
$misspelt = Checks::refused('contract.unknown-operation', '', fn () => $innovation->callText('contract.versions', '{}'));
Checks::holds(str_contains($misspelt->hint, 'contract.version'), 'a hint');
try {
    $innovation->callText('contract.version', null);
    Checks::holds(false, 'no text at all was taken');
} catch (TypeError) {
    Checks::holds(true, 'no text at all');
}

Checks::refused('contract.invalid-value', '', fn () => $innovation->call('people.profile', ['people' => NAN]));
Checks::refused('contract.not-utf8', '', fn () => $innovation->call('evaluate.rubrics', ['ids' => "\xff"]));
Checks::refused('contract.invalid-value', '', fn () => $innovation->call('contract.version', [1]));
Checks::same(1, $innovation->call('contract.version')->contract, 'no request');
$far = 'é–患者😀';
$profile = $innovation->call('people.profile', ['people' => [['id' => $far, 'role' => 'nurse']]]);
Checks::same($far, $profile->persons[0]->id, 'letters of every plane');
$third = $innovation->call('gather.select', ['people' => $nurses, 'size' => 2, 'seed' => 2 ** 53 - 1]);
Checks::same(2 ** 53 - 1, $third->seed, 'the largest seed');
$conflict = Checks::refused('gather.infeasible', '/rules/must/0', fn () => $innovation->call('gather.select', [
    'people' => $nurses, 'size' => 2, 'rules' => ['must' => ['a', 'b'], 'apart' => [['a', 'b']]],
]));
Checks::same(3, count($conflict->details->conflict), 'details');

Checks::refused('contract.too-large', '', fn () => $innovation->callText('contract.version', '{ }', ['bytes' => 2]));
Checks::refused('contract.unknown-field', '/byte', fn () => $innovation->callText('contract.version', '{}', ['byte' => 2]));

$looks = 0;
$rotation = $innovation->call('gather.rotate', $longSearch, progress: function () use (&$looks) {
    return ++$looks < 3;
});
Checks::holds(isset($rotation->rounds) && $looks === 3, 'a search is stopped');
$enough = new DomainException('enough');
try {
    $innovation->call('gather.rotate', $longSearch, progress: fn () => throw $enough);
    Checks::holds(false, 'what a progress function throws is thrown');
} catch (DomainException $fault) {
    Checks::same($enough, $fault, 'the same exception');
}
Checks::same(1, $innovation->call('contract.version')->contract, 'the next call is served');
Checks::end();
