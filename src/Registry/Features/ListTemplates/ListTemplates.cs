using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Features;

/// <summary>消息模板一览: every event on a channel in a language, with the words that hold now.</summary>
public sealed class ListTemplates(ICityRegistry registry, IMessageTexts texts)
{
    public sealed record Query
    {
        public required MessageChannel Channel { get; init; }

        /// <summary>zh or en.</summary>
        public required string Language { get; init; }
    }

    /// <param name="Template">What holds.</param>
    /// <param name="Own">False where it is the built-in one.</param>
    public sealed record Line(MessageTemplate Template, bool Own);

    public Task<Outcome<IReadOnlyList<Line>>> Run(Query query, Actor by, CancellationToken ct) =>
        Task.FromResult<Outcome<IReadOnlyList<Line>>>(
            by.IsAny(Role.SystemAdmin, Role.AuditAdmin)
                ? Enum.GetValues<MessageEvent>().Where(of => IsSent(of, query.Channel)).Select(of => Of(of, query)).ToList()
                : new NotAllowed()
        );

    /// <summary>One of them; null where it is never sent.</summary>
    public Line? One(MessageEvent of, MessageChannel channel, string language) =>
        IsSent(of, channel) && language is "zh" or "en" ? Of(of, new Query { Channel = channel, Language = language }) : null;

    private Line Of(MessageEvent of, Query query)
    {
        var usual = texts.Usual(of, query.Language, query.Channel);
        var own = registry.Current.Messages.FirstOrDefault(m => MessageTemplates.KeyOf(m) == MessageTemplates.KeyOf(usual));
        return new Line(own ?? usual, own is not null);
    }

    /// <summary>An address is confirmed where it is; members of staff have no other channel than mail.</summary>
    private static bool IsSent(MessageEvent of, MessageChannel channel) =>
        of is not (MessageEvent.ConfirmEmail or MessageEvent.PeriodicalOut) || channel == MessageChannel.Email;
}
