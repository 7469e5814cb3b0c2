<?php

/** A page of a web server: it finds the class that was preloaded, and may not use FFI itself. */

declare(strict_types=1);

header('Content-Type: text/plain');
try {
    FFI::cdef('int getpid(void);');
    echo "FFI is open to every page\n";
} catch (FFI\Exception) {
    echo "FFI is closed to pages\n";
}
$looks = 0;
$people = array_map(static fn (string $id) => ['id' => $id, 'role' => 'nurse'], str_split('abcdef'));
$effort = ['milliseconds' => 60000];
$request = ['people' => $people, 'tables' => ['count' => 2], 'rounds' => 4, 'seed' => 1, 'effort' => $effort];
$rotation = Innovation\Library::open()->call('gather.rotate', $request, progress: function () use (&$looks) {
    return ++$looks < 3;
});
printf("%d rounds after %d looks\n", count($rotation->rounds), $looks);
