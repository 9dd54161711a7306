using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>Seals and compares second factors. The keys are those of the cookies, in the key folder and not in the database.</summary>
public sealed class SecondFactors(PeopleDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector secrets = protection.CreateProtector("Suiying.People.SecondFactor");
    private readonly ITimeLimitedDataProtector offers = protection
        .CreateProtector("Suiying.People.SecondFactor.Offer")
        .ToTimeLimitedDataProtector();

    public Task<SecondFactor?> Find(Guid staff, CancellationToken ct) => db.SecondFactors.SingleOrDefaultAsync(f => f.StaffId == staff, ct);

    /// <summary>A new secret for this account, to be carried by the form until it is confirmed: nothing is stored before.</summary>
    public string Offer(StaffUser user) => offers.Protect($"{user.Id}|{OneTimeCode.NewSecret()}", TimeSpan.FromHours(1));

    /// <summary>The secret that was offered to this account; null for any other text.</summary>
    public string? Secret(StaffUser user, string? offer)
    {
        if (offer is null or { Length: > 1000 })
            return null;
        try
        {
            var parts = offers.Unprotect(offer).Split('|');
            return parts[0] == user.Id.ToString() ? parts[1] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Adds or replaces; the caller saves. The codes are shown once and kept as hashes.</summary>
    public async Task<IReadOnlyList<string>> Set(StaffUser user, string secret, long step, CancellationToken ct)
    {
        var codes = RecoveryCodes.New();
        var (sealedSecret, sealedCodes) = (secrets.Protect(secret), secrets.Protect(RecoveryCodes.Write(codes)));
        if (await Find(user.Id, ct) is { } old)
            old.Replace(sealedSecret, sealedCodes, step, time.GetUtcNow());
        else
            db.SecondFactors.Add(SecondFactor.Confirm(user, sealedSecret, sealedCodes, step, time.GetUtcNow()));
        return codes;
    }

    /// <summary>The half minute whose code was typed, for a secret that is being confirmed.</summary>
    public long? Step(string secret, string? typed) => OneTimeCode.Match(secret, typed, 0, time.GetUtcNow());

    /// <summary>A row for the auditor, saved with what it tells of.</summary>
    public void Note(StaffUser user, AccountChangeKind kind, Actor by, string detail = "") =>
        db.AccountChanges.Add(AccountChange.Of(user, kind, by, time.GetUtcNow(), detail));

    /// <summary>An account that the city's identity provider vouches for: without password or role, and with its row for the auditor; the caller saves.</summary>
    public StaffUser NewAccount(StaffProfile profile)
    {
        var user = StaffUser.Create(profile, time.GetUtcNow());
        user.ChosePassword();
        Note(user, AccountChangeKind.Created, Actor.System);
        return user;
    }

    /// <summary>By what the typed text is right, used up with the caller's saving; null where it is wrong or used.</summary>
    public SignInWay? Use(SecondFactor factor, string? typed)
    {
        var now = time.GetUtcNow();
        if (OneTimeCode.Match(secrets.Unprotect(factor.SealedSecret), typed, factor.LastStep, now) is { } step)
        {
            factor.UsedStep(step, now);
            return SignInWay.PasswordAndCode;
        }
        if (RecoveryCodes.Without(secrets.Unprotect(factor.SealedCodes), typed) is not { } left)
            return null;
        factor.KeepCodes(secrets.Protect(left), now);
        return SignInWay.PasswordAndRecoveryCode;
    }
}
