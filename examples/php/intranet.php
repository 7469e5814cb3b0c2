<?php

/**
 * A page of an intranet: who is brought together, who sits with whom, and will it last?
 *
 * usage: php intranet.php FOLDER [fr|en], where FOLDER holds what ../hosts holds
 */

declare(strict_types=1);

require_once __DIR__ . '/Innovation.php';

use Innovation\InnovationException;
use Innovation\Library;
use Innovation\LibraryException;

final class Page
{
    private Library $innovation;
    private stdClass $words;
    private array $roles;
    private array $people;
    private array $ties;

    public function __construct(private string $folder, private string $locale)
    {
        $this->innovation = Library::open();
        $this->words = $this->json('words.json')->$locale;
        $this->roles = array_column($this->ask('people.roles', ['locale' => $locale])->roles, 'name', 'id');
        $this->people = $this->ask('exchange.peopleFromTable', ['text' => $this->file('people.csv')])->people;
        $this->ties = $this->ask('exchange.tiesFromTable', ['text' => $this->file('ties.csv')])->ties;
    }

    public function show(): void
    {
        $brief = $this->json('brief.json');
        $version = $this->ask('contract.version');
        $this->line('library', ['library' => $version->library, 'contract' => $version->contract]);
        $this->line('read', ['people' => count($this->people), 'ties' => count($this->ties)]);
        $this->openSpace($brief->space);
        $this->seat($brief->seating, $this->choose($brief->group));
        $this->judge();
        $this->refuse($brief->group, $brief->impossible);
    }

    /** Opens the space; the salt hides who is behind a member's token, so nobody may guess it. */
    private function openSpace(stdClass $request): void
    {
        $request->salt = bin2hex(random_bytes(16));
        $founding = $this->ask('space.apply', $request)->state->founding;
        $this->line('opened', ['title' => $founding->title->{$this->locale}, 'by' => $request->by]);
    }

    /** The request for a group: what was asked for, with the people and ties that were read. */
    private function group(stdClass $brief): array
    {
        return ['people' => $this->people, 'ties' => $this->ties] + (array) $brief;
    }

    private function choose(stdClass $brief): array
    {
        $selection = $this->ask('gather.select', $this->group($brief));
        $this->line('chosen', [
            'size' => count($selection->chosen),
            'proof' => $this->words->{$selection->proved ? 'proved' : 'unproved'},
            'value' => $this->decimal($selection->score->total),
            'people' => implode(' ', $selection->chosen),
        ]);
        array_walk($selection->because, $this->explain(...));
        return $selection->chosen;
    }

    private function explain(stdClass $because): void
    {
        $told = [];
        foreach ($because->reasons as $reason) {
            $perspective = $reason->code === 'perspective';
            $known = $this->words->reasons->{$perspective ? $reason->attribute : $reason->code} ?? null;
            if ($known !== null && !($perspective && $reason->others > 0)) {
                $told[] = self::filled($known, (array) $reason);
            }
        }
        $role = array_column($this->people, 'role', 'id')[$because->person];
        $this->line('because', [
            'person' => $because->person,
            'role' => $this->roles[$role],
            'reasons' => implode($this->words->and, $told),
        ]);
    }

    /** Seats those who were chosen: everybody else is never seated. */
    private function seat(stdClass $brief, array $chosen): void
    {
        // array_values: a list with gaps would be an object in JSON.
        $never = array_values(array_diff(array_column($this->people, 'id'), $chosen));
        $rotation = $this->ask('gather.rotate', ['rules' => ['never' => $never]] + $this->group($brief));
        foreach ($rotation->rounds as $number => $round) {
            $tables = array_map(static fn (array $table) => implode(' ', $table), $round->tables);
            $this->line('round', ['round' => $number + 1, 'tables' => implode(' | ', $tables)]);
        }
        $this->line('meetings', ['new' => $rotation->score->newPairs, 'repeats' => $rotation->score->repeats]);
    }

    private function judge(): void
    {
        $scores = $this->ask('evaluate.score', $this->json('assessment.json'));
        $pool = $scores->pooled[0];
        $this->line('score', [
            'title' => $scores->title->{$this->locale},
            'mean' => $this->stat($pool->total->mean),
            'min' => $this->stat($pool->total->min),
            'max' => $this->stat($pool->total->max),
            'count' => $pool->assessments,
            'validity' => $this->words->{$scores->validated ? 'validated' : 'unvalidated'},
        ]);
    }

    /** Rules that cannot hold together: the exception says which, and what to do. */
    private function refuse(stdClass $brief, stdClass $rules): void
    {
        try {
            $this->ask('gather.select', ['rules' => $rules] + $this->group($brief));
        } catch (InnovationException $refused) {
            $this->line('refused', [
                'code' => $refused->getCode(),
                'path' => $refused->path,
                'message' => $refused->getMessage(),
                'hint' => $refused->hint ?? '',
            ]);
            $this->line('conflict', ['rules' => implode(' ', array_column($refused->details->conflict, 'path'))]);
            return;
        }
        throw new LogicException('rules that contradict each other were not refused');
    }

    private function ask(string $operation, array|stdClass $request = []): stdClass
    {
        return $this->innovation->call($operation, $request);
    }

    private function file(string $name): string
    {
        return file_get_contents("$this->folder/$name");
    }

    private function json(string $name): stdClass
    {
        return json_decode($this->file($name), false, 512, JSON_THROW_ON_ERROR);
    }

    private function decimal(float $value): string
    {
        return number_format($value, 1, $this->words->decimal, '');
    }

    /** A statistic that does not exist has no value: it is said as a dash. */
    private function stat(stdClass $statistic): string
    {
        return $statistic->value === null ? '–' : $this->decimal($statistic->value);
    }

    /** Words with their places filled. */
    private static function filled(string $text, array $places): string
    {
        $keys = array_map(static fn (string $name) => '{' . $name . '}', array_keys($places));
        return strtr($text, array_combine($keys, array_map(strval(...), $places)));
    }

    private function line(string $key, array $places): void
    {
        echo self::filled($this->words->$key, $places), "\n";
    }
}

if ($argc < 2) {
    fwrite(STDERR, "usage: php intranet.php FOLDER [fr|en]\n");
    exit(1);
}
try {
    (new Page($argv[1], $argv[2] ?? 'fr'))->show();
} catch (LibraryException $fault) {
    fwrite(STDERR, $fault->getMessage() . "\n");
    exit(1);
}
