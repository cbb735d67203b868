const views = ['inbox', 'unread', 'snoozed'] as const;

/** The address of the page; without a view it shows everything that is not snoozed. */
export interface InboxSearch {
  view?: (typeof views)[number];
}

export const inboxRoute = {
  validateSearch: (raw: Record<string, unknown>): InboxSearch => ({
    view: views.find((view) => view === raw.view),
  }),
};
