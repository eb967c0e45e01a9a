import { ContactPatch, ContactView, NewContact } from '@milepost/contract/contacts';
import type { Deps } from '../../deps.ts';
import type { App } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { changeContact, createContact } from './save-contact.ts';
import { contacts } from './store.ts';
import { contactViews } from './views.ts';

export function contactRoutes(app: App, deps: Deps): void {
  serveRecords<'contact', ContactView, NewContact, ContactPatch>(app, deps, {
    path: '/contacts',
    noun: 'contact',
    schemas: { view: ContactView, create: NewContact, patch: ContactPatch },
    store: contacts,
    views: contactViews,
    create: createContact,
    change: changeContact,
  });
}
