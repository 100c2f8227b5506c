// The types that tests judge payloads by; SlackSchemas.Check takes their names, with dots and blanks for underscores.
import type { BlockAction, ButtonAction, GlobalShortcut, MessageShortcut, OverflowAction, SlashCommand, StaticSelectAction, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import type {
  AppHomeOpenedEvent, AppMentionEvent, AppUninstalledEvent, ChannelDeletedEvent, ChannelJoinMessageEvent, FileShareMessageEvent, GenericMessageEvent, HomeView, KnownBlock, MemberJoinedChannelEvent,
  MessageChangedEvent, MessageDeletedEvent, ModalView, ReactionAddedEvent, ThreadBroadcastMessageEvent, TokensRevokedEvent,
} from '@slack/types';
import type {
  AppsConnectionsOpenResponse, AuthTestResponse, ChatDeleteArguments, ChatDeleteResponse, ChatGetPermalinkArguments, ChatGetPermalinkResponse, ChatPostEphemeralArguments, ChatPostEphemeralResponse, ChatPostMessageArguments,
  ChatPostMessageResponse, ChatUpdateArguments, ChatUpdateResponse, ConversationsHistoryArguments, ConversationsHistoryResponse, ConversationsInfoArguments, ConversationsInfoResponse, ConversationsMembersArguments,
  ConversationsMembersResponse, ConversationsOpenArguments, ConversationsOpenResponse, ConversationsRepliesArguments, ConversationsRepliesResponse, FilesCompleteUploadExternalArguments,
  FilesCompleteUploadExternalResponse, FilesDeleteArguments, FilesDeleteResponse, FilesGetUploadURLExternalArguments, FilesGetUploadURLExternalResponse, FilesInfoArguments, FilesInfoResponse, ReactionsAddArguments,
  ReactionsAddResponse, ReactionsRemoveArguments, ReactionsRemoveResponse, UsersInfoArguments, UsersInfoResponse, ViewsOpenArguments, ViewsOpenResponse, ViewsPublishArguments, ViewsPublishResponse, ViewsPushArguments,
  ViewsPushResponse, ViewsUpdateArguments, ViewsUpdateResponse,
} from '@slack/web-api';

interface Nothing { }
// These answers' types know no text inside rich text.
type WithoutBlocks<T extends { messages?: unknown[] }> = Omit<T, 'messages'> & { messages?: Omit<NonNullable<T['messages']>[number], 'blocks'>[] };



export type block = KnownBlock;
export type modal = ModalView;
export type home = HomeView;

export type auth_test = Nothing;
export type apps_connections_open = Nothing;
export type chat_postMessage = ChatPostMessageArguments;
export type chat_update = ChatUpdateArguments;
export type chat_delete = ChatDeleteArguments;
export type chat_postEphemeral = ChatPostEphemeralArguments;
export type chat_getPermalink = ChatGetPermalinkArguments;
export type conversations_open = ConversationsOpenArguments;
export type conversations_info = ConversationsInfoArguments;
export type conversations_members = ConversationsMembersArguments;
export type conversations_history = ConversationsHistoryArguments;
export type conversations_replies = ConversationsRepliesArguments;
export type users_info = UsersInfoArguments;
export type reactions_add = ReactionsAddArguments;
export type reactions_remove = ReactionsRemoveArguments;
export type views_open = ViewsOpenArguments;
export type views_push = ViewsPushArguments;
export type views_update = ViewsUpdateArguments;
export type views_publish = ViewsPublishArguments;
export type files_getUploadURLExternal = FilesGetUploadURLExternalArguments;
export type files_completeUploadExternal = FilesCompleteUploadExternalArguments;
export type files_info = FilesInfoArguments;
export type files_delete = FilesDeleteArguments;

export type answer_of_auth_test = AuthTestResponse;
export type answer_of_apps_connections_open = AppsConnectionsOpenResponse;
export type answer_of_chat_postMessage = ChatPostMessageResponse;
export type answer_of_chat_update = ChatUpdateResponse;
export type answer_of_chat_delete = ChatDeleteResponse;
export type answer_of_chat_postEphemeral = ChatPostEphemeralResponse;
export type answer_of_chat_getPermalink = ChatGetPermalinkResponse;
export type answer_of_conversations_open = ConversationsOpenResponse;
export type answer_of_conversations_info = ConversationsInfoResponse;
export type answer_of_conversations_members = ConversationsMembersResponse;
export type answer_of_conversations_history = WithoutBlocks<ConversationsHistoryResponse>;
export type answer_of_conversations_replies = WithoutBlocks<ConversationsRepliesResponse>;
export type answer_of_users_info = UsersInfoResponse;
export type answer_of_reactions_add = ReactionsAddResponse;
export type answer_of_reactions_remove = ReactionsRemoveResponse;
export type answer_of_views_open = ViewsOpenResponse;
export type answer_of_views_push = ViewsPushResponse;
export type answer_of_views_update = ViewsUpdateResponse;
export type answer_of_views_publish = ViewsPublishResponse;
export type answer_of_files_getUploadURLExternal = FilesGetUploadURLExternalResponse;
export type answer_of_files_completeUploadExternal = FilesCompleteUploadExternalResponse;
export type answer_of_files_info = FilesInfoResponse;
export type answer_of_files_delete = FilesDeleteResponse;

export type event_message = GenericMessageEvent;
// The documentation's messages inside have no channel, where the types want one.
export type event_message_message_changed = Omit<MessageChangedEvent, 'message' | 'previous_message'>;
export type event_message_message_deleted = Omit<MessageDeletedEvent, 'previous_message'>;
export type event_message_file_share = FileShareMessageEvent;
export type event_message_thread_broadcast = ThreadBroadcastMessageEvent;
export type event_message_channel_join = ChannelJoinMessageEvent;
export type event_app_mention = AppMentionEvent;
export type event_app_home_opened = AppHomeOpenedEvent;
export type event_app_uninstalled = AppUninstalledEvent;
export type event_tokens_revoked = TokensRevokedEvent;
export type event_reaction_added = ReactionAddedEvent;
export type event_channel_deleted = ChannelDeletedEvent;
export type event_member_joined_channel = MemberJoinedChannelEvent;

export type slash_commands = SlashCommand;
export type interactive_block_actions = BlockAction<ButtonAction | StaticSelectAction | OverflowAction>;
// A view has no response URL, where the types want one.
export type interactive_block_actions_view = Omit<BlockAction<ButtonAction | StaticSelectAction | OverflowAction>, 'response_url'>;
export type interactive_view_submission = ViewSubmitAction;
export type interactive_view_closed = ViewClosedAction;
export type interactive_shortcut = GlobalShortcut;
export type interactive_message_action = MessageShortcut;
