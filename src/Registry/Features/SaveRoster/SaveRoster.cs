using Suiying.Contracts.Registry;
using Suiying.Registry.Model.Rosters;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>排值班: adds an entry of a unit's roster or changes one. Other hours make it another entry; the old one ends with the change.</summary>
public sealed class SaveRoster(CityEdits edits, ICityRegistry registry)
{
    public sealed record Command
    {
        public required RosterEntry Entry { get; init; }

        /// <summary>Key of the entry whose place it takes; null adds one.</summary>
        public string? Key { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var (entry, city) = (command.Entry, registry.Current);
        var saved = EntryChange.Of(entry);
        var changes = command.Key is { } key && key != saved.Code ? [EntryChange.End(EntryKind.Roster, key), saved] : new[] { saved };
        var problems = RosterForm.Clashes(entry, command.Key, city).ToList();
        if (problems.Count > 0)
            return await edits.Refuse(changes, command.Reason, problems, ct);

        return await edits.Apply(changes, $"值班安排：{city.Units.NameOf(entry.Unit)}", command.Reason, by, ct);
    }
}
