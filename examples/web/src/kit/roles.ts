// Roles by their names in the page's language, from the library's catalogue.
import type { Family, Person } from 'innovation-core';
import { told, useWords } from '../words/index.ts';
import { useAnswer } from './answer.ts';

/** The name of a role; the role itself where the catalogue has none. */
export function useRoles(): (role: string) => string {
  const { language } = useWords();
  const { answer } = useAnswer('people.roles', { locale: language });
  const names = new Map(answer?.roles.map(({ id, name }) => [id, told(name, language)]));
  return (role) => names.get(role) ?? role;
}

/** The family of a person's role. */
export function useFamilies(): (person: Person) => Family {
  const { language } = useWords();
  const { answer } = useAnswer('people.roles', { locale: language });
  const families = new Map(answer?.roles.map(({ id, family }) => [id, family]));
  return ({ role, family }) => family ?? families.get(role) ?? 'community';
}
