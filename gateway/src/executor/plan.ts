import type { ApolloGateway, Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';

/** Told by Apollo of every operation it is about to execute: the only door by which it hands out its plans. */
export type PlanListener = Experimental_DidResolveQueryPlanCallback;
type Resolved = Parameters<PlanListener>[0];

export type QueryPlan = Resolved['queryPlan'];
export type Sources = Resolved['serviceMap'];
export type Source = Sources[string];
/** One operation of a client, as Apollo Server hands it to a gateway. */
export type GraphOperation = Resolved['requestContext'];
export type Execute = ApolloGateway['executor'];
export type Result = Awaited<ReturnType<Execute>>;

export type PlanNode = Exclude<NonNullable<QueryPlan['node']>, { readonly kind: 'Subscription' }>;
export type FetchNode = Extract<PlanNode, { readonly kind: 'Fetch' }>;
export type Rewrites = NonNullable<FetchNode['inputRewrites']>;
export type Requires = NonNullable<FetchNode['requires']>;
/** Way from the root of the answer to the objects a fetch is about; `@` stands for every item of a list. */
export type PlanPath = readonly (string | number)[];
/** Way from the root of the answer to one value, as errors tell it. */
export type AnswerPath = readonly (string | number)[];
