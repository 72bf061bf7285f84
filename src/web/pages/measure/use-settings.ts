import { useNavigate, useSearch } from '@tanstack/react-router';

export interface GivenSettings {
  /** `half-life:90`, as the address holds them and the server reads them. */
  readonly given: string[];
  set(name: string, value: number): void;
  reset(): void;
}

/** Settings of a measure that are not at their usual value, in the address, so that a link restores them. */
export function useSettings(): GivenSettings {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const given = [search.parameter ?? []].flat().map(String);
  const go = (parameter: readonly string[]) => {
    void navigate({
      to: '.',
      search: ({ parameter: _old, ...rest }) => (parameter.length === 0 ? rest : { ...rest, parameter }),
      replace: true,
    });
  };
  return {
    given,
    set: (name, value) => go([...given.filter((one) => !one.startsWith(`${name}:`)), `${name}:${value}`]),
    reset: () => go([]),
  };
}
