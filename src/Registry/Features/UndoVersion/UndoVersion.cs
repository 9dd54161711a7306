using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>撤销一次变更, or goes back to the duty list of a version; either is a new version, and history stays.</summary>
public sealed class UndoVersion(RegistryDb db, CityEdits edits)
{
    public sealed record Command
    {
        public required int Version { get; init; }

        /// <summary>True brings back the whole duty list as it was in that version, and nothing else.</summary>
        public bool Duties { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        if (command.Version < (command.Duties ? 1 : 2) || !await db.Versions.AnyAsync(v => v.Version == command.Version, ct))
            return new NotFound();

        var version = await EntryStore.Read(db, command.Version, ct);
        List<EntryChange> changes;
        if (command.Duties)
        {
            var newest = await EntryStore.Read(db, await db.Versions.MaxAsync(v => v.Version, ct), ct);
            changes = [.. PackEntries.Between(newest, version).Where(c => c.Kind == EntryKind.Duty)];
        }
        else
        {
            // What was changed again since is not put back with it.
            changes =
            [
                .. PackEntries
                    .Between(version, await EntryStore.Read(db, command.Version - 1, ct))
                    .Select(c => c with { Seen = command.Version }),
            ];
        }
        var title = command.Duties ? $"派单目录退回版本 {command.Version}" : $"撤销版本 {command.Version}";
        return await edits.Apply(changes, title, command.Reason with { On = null }, by, ct);
    }
}
