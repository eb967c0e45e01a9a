import { expect, it } from 'vitest';
import { AccountPatch } from './accounts.ts';
import { ActivityPatch } from './activities.ts';
import { ContactPatch } from './contacts.ts';
import { LeadPatch } from './leads.ts';
import { OrganisationPatch } from './organisation.ts';
import { PersonPatch, TeamPatch } from './people.ts';
import { OpportunityPatch, StagePatch } from './pipeline.ts';
import { ProductPatch } from './products.ts';
import { SalePatch } from './sales.ts';
import { SavedViewPatch } from './views.ts';

it.each(
  Object.entries({
    ...{ AccountPatch, ActivityPatch, ContactPatch, LeadPatch, OpportunityPatch, OrganisationPatch },
    ...{ PersonPatch, ProductPatch, SalePatch, SavedViewPatch, StagePatch, TeamPatch },
  }),
)('%s says nothing of what was not sent, so that a change of one field leaves the others', (_, patch) => {
  expect(patch.parse({})).toEqual({});
});
