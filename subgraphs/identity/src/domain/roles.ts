export type Role = 'ADMIN' | 'MARKETER' | 'ANALYST' | 'PARTNER' | 'FRONTEND';

const reads = [
  'contacts:read',
  'compliance:read',
  'sources:read',
  'segments:read',
  'scores:read',
  'workflows:read',
  'messages:read',
];
const marketing = [
  ...reads,
  'pii:read',
  'contacts:write',
  'contacts:merge',
  'contacts:export',
  'compliance:write',
  'consent:write',
  'imports:write',
  'segments:write',
  'scores:write',
  'workflows:write',
  'enrollments:write',
  'behaviors:write',
  'messages:send',
  'templates:write',
];

/**
 * What a key of each role may do. Only an ADMIN makes keys, sources, senders and settings. A PARTNER has the scopes of its contract,
 * which is all of the graph that such a key sees.
 */
export const scopesOfRole: Readonly<Record<Role, readonly string[]>> = {
  ADMIN: [...marketing, 'sources:write', 'senders:write', 'settings:write', 'keys:write'],
  MARKETER: marketing,
  ANALYST: reads,
  PARTNER: [
    'contacts:read',
    'contacts:write',
    'pii:read',
    'consent:write',
    'behaviors:write',
    'enrollments:write',
    'messages:read',
    'messages:send',
    'segments:read',
    'scores:read',
  ],
  FRONTEND: ['contacts:read', 'pii:read', 'segments:read', 'scores:read'],
};
