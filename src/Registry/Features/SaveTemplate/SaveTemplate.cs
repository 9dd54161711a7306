using Suiying.Contracts.Channels;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>改消息模板: the city's own words for one event, language and channel, or the built-in ones again.</summary>
public sealed class SaveTemplate(CityEdits edits)
{
    public sealed record Command
    {
        public required MessageTemplate Template { get; init; }

        /// <summary>True takes the city's own words out.</summary>
        public bool Usual { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var key = MessageTemplates.KeyOf(command.Template);
        var change = command.Usual ? EntryChange.End(EntryKind.Message, key) : EntryChange.Of(command.Template);
        if (!command.Usual && MessageTemplates.Problems(command.Template).ToList() is { Count: > 0 } problems)
            return await edits.Refuse([change], command.Reason, problems, ct);
        return await edits.Apply([change], $"消息模板：{key}", command.Reason, by, ct);
    }
}
