using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>How staff sign in, and where they are signed in.</summary>
internal static class SignInTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StaffSession>(session =>
        {
            session.ToTable("people_staff_sessions").HasKey(s => s.Id);
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Browser).HasMaxLength(40);
            session.Property(s => s.Network).HasMaxLength(40);
            session.HasIndex(s => new { s.StaffId, s.SeenAt });
            session.HasOne<StaffUser>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SignInTries>(tries =>
        {
            tries.ToTable("people_sign_in_tries").HasKey(t => t.Id);
            tries.Property(t => t.Id).HasMaxLength(64);
            tries.HasIndex(t => t.LastAt);
        });
        model.Entity<SecondFactor>(factor =>
        {
            factor.ToTable("people_second_factors").HasKey(f => f.StaffId);
            factor.Property(f => f.StaffId).ValueGeneratedNever();
            factor.Property(f => f.SealedSecret).HasMaxLength(400);
            factor.Property(f => f.SealedCodes).HasMaxLength(2000);
            factor.Property(f => f.Version).IsConcurrencyToken();
            factor.HasOne<StaffUser>().WithOne().HasForeignKey<SecondFactor>(f => f.StaffId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("people_staff_passkeys").HasKey(p => p.CredentialId);
            // The longest that the standard allows.
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasIndex(p => p.UserId);
            passkey.HasOne<StaffUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        MapIdentity(model);
    }

    private static void MapIdentity(ModelBuilder model)
    {
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("people_staff_claims").HasKey(c => c.Id);
            claim.HasIndex(c => c.UserId);
            claim.HasOne<StaffUser>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("people_staff_logins").HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(128);
            login.HasOne<StaffUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token
                .ToTable("people_staff_tokens")
                .HasKey(t => new
                {
                    t.UserId,
                    t.LoginProvider,
                    t.Name,
                });
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
            token.HasOne<StaffUser>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
