using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.People.Model;

namespace Suiying.People.Storage;

public sealed class PeopleDb(DbContextOptions<PeopleDb> options, PeopleModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Opening> Openings => Set<Opening>();

    public DbSet<PhoneCode> PhoneCodes => Set<PhoneCode>();

    public DbSet<StaffUser> Staff => Set<StaffUser>();

    public DbSet<StaffImport> StaffImports => Set<StaffImport>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<SignInTries> SignInTries => Set<SignInTries>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<AccountChange> AccountChanges => Set<AccountChange>();

    public DbSet<KeyRotation> KeyRotations => Set<KeyRotation>();

    public DbSet<EventReplay> EventReplays => Set<EventReplay>();

    /// <summary>
    /// Lets one transaction at a time go on under this key, until it ends. On SQLite the write gate and BEGIN IMMEDIATE have done so
    /// already; PostgreSQL is asked for its advisory lock.
    /// </summary>
    public async Task Alone(long key, CancellationToken ct)
    {
        if (Kind == DatabaseKind.Postgres)
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", ct);
    }
}
