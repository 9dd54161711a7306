using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// 载入或放弃: opens an account for every good row of an import, in one transaction, or none. The accounts have neither roles nor passwords
/// yet. A login that somebody took meanwhile is left alone.
/// </summary>
public sealed class DecideImport(PeopleDb db, IBulkWriter bulk, TimeProvider time)
{
    // "staffimp": of two decisions on one import, or two imports of the same people, one comes after the other.
    private const long Lock = 0x7374616666696d70;

    public sealed record Command
    {
        public required Guid Id { get; init; }

        /// <summary>False opens no account.</summary>
        public required bool Load { get; init; }
    }

    public async Task<Outcome<StaffImport>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();
        return await db.Write<Outcome<StaffImport>>(
            async () =>
            {
                await db.Alone(Lock, ct);
                var import = await db.StaffImports.SingleOrDefaultAsync(i => i.Id == command.Id, ct);
                if (import is null)
                    return new NotFound();
                if (import.State != StaffImportState.Waiting)
                    return new ImportDecided();
                if (command.Load)
                    import.Load(await Open(import, by, ct), by, time.GetUtcNow());
                else
                    import.GiveUp(by, time.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return import;
            },
            ct
        );
    }

    private async Task<int> Open(StaffImport import, Actor by, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var taken = (await db.Staff.Select(s => s.NormalizedUserName!).ToListAsync(ct)).ToHashSet();
        var users = import
            .Lines.Where(line => taken.Add(line.Profile.Login.ToUpperInvariant()))
            .Select(line => StaffUser.CreateImported(line, import.Id, line.Profile.Login.ToUpperInvariant(), now))
            .ToList();
        await bulk.Insert(db, BulkTable.Of(db, users), ct);
        await bulk.Insert(
            db,
            BulkTable.Of(db, users.Select(u => AccountChange.Of(u, AccountChangeKind.Created, by, now, import.FileName))),
            ct
        );
        return users.Count;
    }
}
