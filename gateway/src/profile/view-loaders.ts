import type { Score } from '@ucp/audience/score';
import type { Caller } from '@ucp/kit/caller';
import DataLoader from 'dataloader';
import type { ContactView } from './contact-views.ts';
import type { ProfileService } from './service.ts';
import type { SegmentRow } from './store/segments.ts';

/** Score by the default model, and segments, by contact number: what one request wants of both is asked together, and nothing else is. */
export interface ViewLoaders {
  readonly score: (contactNo: number) => Promise<Score | null>;
  readonly segments: (contactNo: number) => Promise<readonly SegmentRow[] | null>;
}

interface Wanted {
  readonly contactNo: number;
  readonly what: 'score' | 'segments';
}

export function createViewLoaders(service: Pick<ProfileService, 'viewsOf'>, caller: Caller): ViewLoaders {
  const loader = new DataLoader<Wanted, ContactView | null, string>(
    async (wanted) => {
      const contactNos = [...new Set(wanted.map(({ contactNo }) => contactNo))];
      const views = await service.viewsOf(caller, contactNos, {
        score: wanted.some(({ what }) => what === 'score'),
        segments: wanted.some(({ what }) => what === 'segments'),
      });
      return wanted.map(({ contactNo }) => views.get(contactNo) ?? null);
    },
    { cacheKeyFn: ({ contactNo, what }) => `${contactNo} ${what}` },
  );
  return {
    score: async (contactNo) => (await loader.load({ contactNo, what: 'score' }))?.score ?? null,
    segments: async (contactNo) => (await loader.load({ contactNo, what: 'segments' }))?.segments ?? null,
  };
}
