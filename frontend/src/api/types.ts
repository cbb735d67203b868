import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type Answer = Schemas['Answer'];
export type AnswerInput = Schemas['PostAnswerInputBody'];
export type AnswerList =
  paths['/questions/{id}/answers']['get']['responses']['200']['content']['application/json'];
export type AnswerSummary = Schemas['AnswerSummary'];
export type AskInput = Schemas['AskInputBody'];
export type ClaimInput = Schemas['ClaimInputBody'];
export type Comment = Schemas['Comment'];
export type EditAnswerInput = Schemas['EditAnswerInputBody'];
export type EditQuestionInput = Schemas['EditQuestionInputBody'];
export type Me = Schemas['Me'];
export type MeInput = Schemas['EditMeInputBody'];
export type PasswordInput = Schemas['PasswordInputBody'];
export type Permission = Schemas['Decision'];
export type PersonRef = Schemas['PersonRef'];
export type Question = Schemas['Question'];
export type QuestionPage =
  paths['/questions/{id}']['get']['responses']['200']['content']['application/json'];
export type QuestionSummary = Schemas['QuestionSummary'];
export type RegisterInput = Schemas['RegisterInputBody'];
export type ReputationEntry = Schemas['ReputationEntry'];
export type Revision = Schemas['Revision'];
export type RevisionList = Schemas['History'];
export type SearchHit = Schemas['SearchHit'];
export type SignInInput = Schemas['SignInInputBody'];
export type Space = Schemas['Space'];
export type TagSummary = Schemas['TagSummary'];
export type User = Schemas['User'];
export type UserSummary = Schemas['UserSummary'];
