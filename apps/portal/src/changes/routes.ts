/** History is read again with every record that changes. */
export const follows = {
  change: ['account', 'activity', 'contact', 'lead', 'opportunity', 'organisation', 'product', 'sale', 'stage', 'team'],
} as const;
