import type { BuyingCentreView } from '@milepost/contract/buying-centre';

/** Those whom somebody knows, by name, each with the tie that says so. */
export const knownBy = (
  { members, ties }: Pick<BuyingCentreView, 'members' | 'ties'>,
  id: string,
): { tieId: string; id: string; name: string }[] =>
  ties
    .filter(({ aId, bId }) => aId === id || bId === id)
    .flatMap((tie) => {
      const other = members.find((member) => member.id === (tie.aId === id ? tie.bId : tie.aId));
      return other ? [{ tieId: tie.id, id: other.id, name: other.name }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
