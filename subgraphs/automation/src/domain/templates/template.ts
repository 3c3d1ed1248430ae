/** A workflow that the product ships. */
export interface WorkflowTemplate {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** Whether whoever makes a workflow of it says which of the staff it tells. */
  readonly asksNotify: boolean;
  /** In the form of `WorkflowDefinitionInput`; staff is not named where it is asked for. */
  readonly definition: TemplateDefinition;
}

interface TemplateDefinition {
  readonly steps: readonly { readonly key: string; readonly notify?: object; readonly [action: string]: unknown }[];
  readonly [field: string]: unknown;
}

/** What tells that somebody took an interest, on any channel of the product: no machine among them. */
export const interest = ['OPEN', 'CLICK', 'REPLY'] as const;
