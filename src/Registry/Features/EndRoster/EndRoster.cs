using Suiying.Contracts.Registry;
using Suiying.Registry.Model.Pack;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>取消一项值班安排: from now on, or from a day on, nobody is rung by it.</summary>
public sealed class EndRoster(CityEdits edits, ICityRegistry registry)
{
    public sealed record Command
    {
        public required string Key { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var city = registry.Current;
        if (city.Rosters.FirstOrDefault(r => RostersFile.KeyOf(r) == command.Key) is not { } entry)
            return new NotFound("这项值班安排已经不在了。");
        var title = $"取消值班安排：{city.Units.NameOf(entry.Unit)}";
        return await edits.Apply([EntryChange.End(EntryKind.Roster, command.Key)], title, command.Reason, by, ct);
    }
}
