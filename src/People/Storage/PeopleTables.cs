using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;
using Suiying.People.Model;

namespace Suiying.People.Storage;

internal static class PeopleTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people_persons").HasKey(p => p.Id);
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.KeyId).HasMaxLength(40);
            // Every sealing has a fresh nonce, so the bytes tell whether somebody sealed again meanwhile.
            person.Property(p => p.Sealed).IsConcurrencyToken();
            person.Property(p => p.PhoneIndex).HasMaxLength(64);
            person.Property(p => p.EmailIndex).HasMaxLength(64);
            person.Property(p => p.IndexKeyId).HasMaxLength(40);
            person.HasIndex(p => p.PhoneIndex).IsUnique();
            person.HasIndex(p => p.EmailIndex);
        });
        model.Entity<KeyRotation>(rotation =>
        {
            rotation.ToTable("people_key_rotations").HasKey(r => r.Id);
            rotation.Property(r => r.Id).ValueGeneratedNever();
            rotation.Property(r => r.KeyId).HasMaxLength(40);
            rotation.Property(r => r.Reason).HasMaxLength(KeyRotation.LongestReason);
            rotation.Property(r => r.ActorName).HasMaxLength(100);
            rotation.Property(r => r.Problem).HasMaxLength(KeyRotation.LongestProblem);
        });
        model.Entity<Opening>(opening =>
        {
            opening.ToTable("people_openings").HasKey(o => o.Id);
            // The chain gives the number: a gap would be a missing row.
            opening.Property(o => o.Id).ValueGeneratedNever();
            opening.Property(o => o.Matter).HasMaxLength(100);
            opening.Property(o => o.ActorName).HasMaxLength(100);
            opening.Property(o => o.ActorRoles).HasMaxLength(200);
            opening.Property(o => o.ActorUnit).HasMaxLength(40);
            opening.Property(o => o.PreviousHash).HasMaxLength(64);
            opening.Property(o => o.Hash).HasMaxLength(64);
            opening.HasIndex(o => new { o.Matter, o.Id });
            opening.HasIndex(o => new { o.PersonId, o.Id });
            opening.HasIndex(o => new { o.ActorName, o.Id });
        });
        model.Entity<PhoneCode>(code =>
        {
            code.ToTable("people_phone_codes").HasKey(c => c.Id);
            code.Property(c => c.Id).ValueGeneratedNever();
            code.Property(c => c.PhoneIndex).HasMaxLength(64);
            code.Property(c => c.IndexKeyId).HasMaxLength(40);
            code.Property(c => c.CodeHash).HasMaxLength(64);
            code.Property(c => c.AddressIndex).HasMaxLength(64);
            code.HasIndex(c => new { c.PhoneIndex, c.SentAt });
            code.HasIndex(c => new { c.AddressIndex, c.SentAt });
            code.HasIndex(c => c.SentAt);
        });
        MapStaff(model);
        SignInTables.Map(model);
    }

    private static void MapStaff(ModelBuilder model)
    {
        model.Entity<StaffUser>(staff =>
        {
            staff.ToTable("people_staff").HasKey(s => s.Id);
            staff.Property(s => s.Id).ValueGeneratedNever();
            staff.Property(s => s.UserName).HasMaxLength(40);
            staff.Property(s => s.NormalizedUserName).HasMaxLength(40);
            staff.Property(s => s.DisplayName).HasMaxLength(40);
            staff.Property(s => s.UnitCode).HasMaxLength(40);
            staff.Property(s => s.AreaCode).HasMaxLength(20);
            staff.Property(s => s.RoleList).HasMaxLength(200);
            staff.Property(s => s.AskedRoles).HasMaxLength(200);
            staff.Property(s => s.PasswordHash).HasMaxLength(200);
            staff.Property(s => s.SecurityStamp).HasMaxLength(64);
            staff.Property(s => s.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            staff.Ignore(s => s.Roles);
            // Staff are reached through their unit; a second address of each would be one more thing to protect.
            staff.Ignore(s => s.Email).Ignore(s => s.NormalizedEmail).Ignore(s => s.EmailConfirmed);
            staff.Ignore(s => s.PhoneNumber).Ignore(s => s.PhoneNumberConfirmed);
            staff.HasIndex(s => s.NormalizedUserName).IsUnique();
            staff.HasIndex(s => s.UnitCode);
            staff.HasIndex(s => s.ImportId);
        });
        model.Entity<StaffImport>(import =>
        {
            import.ToTable("people_staff_imports").HasKey(i => i.Id);
            import.Property(i => i.Id).ValueGeneratedNever();
            import.Property(i => i.FileName).HasMaxLength(StaffImport.LongestFileName);
            import.Property(i => i.ActorName).HasMaxLength(100);
            import.Property(i => i.DecidedBy).HasMaxLength(100);
            import.Property(i => i.PasswordsBy).HasMaxLength(100);
            // Of two decisions side by side one is refused.
            import.Property(i => i.State).IsConcurrencyToken();
            import.Ignore(i => i.Lines).Ignore(i => i.Problems);
        });
        model.Entity<AccountChange>(change =>
        {
            change.ToTable("people_account_changes").HasKey(c => c.Id);
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.Login).HasMaxLength(40);
            change.Property(c => c.Detail).HasMaxLength(400);
            change.Property(c => c.ActorName).HasMaxLength(100);
            change.HasIndex(c => c.AccountId);
        });
        model.Entity<EventReplay>(replay =>
        {
            replay.ToTable("people_event_replays").HasKey(r => r.Id);
            replay.Property(r => r.Id).ValueGeneratedNever();
            replay.Property(r => r.Event).HasMaxLength(60);
            replay.Property(r => r.Consumer).HasMaxLength(60);
            replay.Property(r => r.Aggregate).HasMaxLength(60);
            replay.Property(r => r.Problem).HasMaxLength(StoredEvent.LongestProblem);
            replay.Property(r => r.ActorName).HasMaxLength(100);
        });
    }
}
