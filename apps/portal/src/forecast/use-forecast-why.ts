import type { Explained } from '../explain/explained.ts';
import { useWhy } from '../explain/use-why.ts';
import { http } from '../http/http.ts';
import type { ForecastAsk, Scope } from './forecast.queries.ts';

/** Opens the derivation of a figure of the forecast on the screen, or of a part of its movement. */
export function useForecastWhy(shown: () => { ask: ForecastAsk; scope: Scope; since: string | null }) {
  const { explain } = useWhy();
  const why = (figure: string, label: string, { scopeKind, scopeId }: Scope) =>
    explain({
      label,
      fetch: (signal) =>
        http.get<Explained>('/forecast/why', { query: { ...shown().ask, figure, scopeKind, scopeId }, signal }),
    });
  const whyMoved = (figure: string, label: string) => {
    const { ask, scope, since } = shown();
    explain({
      label,
      fetch: (signal) =>
        http.get<Explained>('/forecast/movement/why', { query: { ...ask, ...scope, figure, since }, signal }),
    });
  };
  return { why, whyMoved };
}
