import type { StageView } from '@milepost/contract/pipeline';

type Placed = Pick<StageView, 'id' | 'category'>;

/**
 * The ids of all stages when one of them changes places with its neighbour of the same category, `step` −1 before it or 1 after it. Null
 * where there is no such neighbour.
 */
export function movedStage(stages: readonly Placed[], id: string, step: -1 | 1): string[] | null {
  const moved = stages.find((stage) => stage.id === id);
  const peers = stages.filter(({ category }) => category === moved?.category);
  const neighbour = peers[peers.findIndex((stage) => stage.id === id) + step];
  if (!moved || !neighbour) return null;
  const places: Record<string, string> = { [id]: neighbour.id, [neighbour.id]: id };
  return stages.map((stage) => places[stage.id] ?? stage.id);
}
