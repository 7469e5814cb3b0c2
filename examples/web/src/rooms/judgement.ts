// From ratings to questions that the library answers: scores, agreement, a robust ranking.
import type { RequestOf, Rubric, RubricItem, Scores } from 'innovation-core';
import type { Evaluation } from '../space/space.ts';

const DRAWS = 10_000;
const SEED = 1;

const itemsOf = ({ groups }: Rubric): RubricItem[] => groups.flatMap(({ items }) => items);
const levelsOf = (rubric: Rubric, item: RubricItem) =>
  item.levels?.length ? item.levels : (rubric.levels ?? []);

export function scoreRequest(
  rubric: Rubric,
  { assessments }: Evaluation,
): RequestOf<'evaluate.score'> | null {
  return assessments.length > 0 ? { rubric, assessments, by: ['role'] } : null;
}

/** A row for each proposal and question, a column for each person. */
export function agreeRequest(
  rubric: Rubric,
  { assessments, proposals }: Evaluation,
): RequestOf<'evaluate.agree'> | null {
  const raters = [...new Set(assessments.flatMap(({ assessor }) => assessor ?? []))];
  const answers = new Map(assessments.map((one) => [`${one.subject} ${one.assessor}`, one.answers]));
  const ratings = proposals.flatMap(({ id }) =>
    itemsOf(rubric).map((item) =>
      raters.map((rater) => {
        const answer = answers.get(`${id} ${rater}`)?.[item.id];
        const level = levelsOf(rubric, item).find((one) => one.id === answer || one.points === answer);
        return level?.points ?? null;
      }),
    ),
  );
  const levels = [
    ...new Set(
      itemsOf(rubric).flatMap((item) => levelsOf(rubric, item).flatMap(({ points }) => points ?? [])),
    ),
  ];
  if (raters.length < 2 || ratings.length === 0) {
    return null;
  }
  levels.sort((a, b) => a - b);
  return {
    ratings,
    raters,
    scale: { kind: 'ordinal', levels },
    measures: ['alpha', 'percentAgreement', 'raterEffects'],
  };
}

/** The mean of a proposal in a group of the rubric: of all, or of each role. */
export function means(
  scores: Scores,
  subject: string,
  group: string,
): { all: number | null; roles: number[] } {
  const own = scores.pooled.filter((pool) => pool.subject === subject && !pool.occasion);
  const mean = (pool: Scores['pooled'][number]) =>
    pool.groups.find((one) => one.group === group)?.score.mean.value ?? null;
  const whole = own.find(({ role }) => role == null);
  return {
    all: whole ? mean(whole) : null,
    roles: own.filter(({ role }) => role != null).flatMap((pool) => mean(pool) ?? []),
  };
}

/** Proposals by the range of what roles see in each group of the rubric. */
export function rankRequest(
  rubric: Rubric,
  scores: Scores,
  evaluation: Evaluation,
): RequestOf<'evaluate.rank'> | null {
  const points = (rubric.levels ?? []).flatMap(({ points: value }) => value ?? []);
  if (points.length < 2) {
    return null;
  }
  const scale = { worst: Math.min(...points), best: Math.max(...points) };
  const alternatives = evaluation.proposals.flatMap(({ id }) => {
    const values = rubric.groups.map((group) => {
      const { all, roles } = means(scores, id, group.id);
      const [low, high] = [Math.min(...roles), Math.max(...roles)];
      return [group.id, low < high ? [low, high] : all] as const;
    });
    return values.every(([, value]) => value !== null)
      ? [{ id, values: Object.fromEntries(values) as Record<string, number | number[]> }]
      : [];
  });
  if (alternatives.length === 0) {
    return null;
  }
  const { order } = evaluation;
  return {
    alternatives,
    criteria: rubric.groups.map(({ id }) => ({ id, direction: 'max' as const, scale })),
    ...(order.length > 0 && { weights: { order: order.map((id) => [id]) } }),
    draws: DRAWS,
    seed: SEED,
  };
}

/** A sentence of the library with the titles of proposals in place of their ids. */
export function named(sentence: string, { proposals }: Evaluation): string {
  return proposals.reduce((text, { id, title }) => text.replaceAll(id, title), sentence);
}
