using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>Checks the last code sent to a phone. A right code is used up; each look at it takes a try away, whoever looks.</summary>
public sealed class CheckPhoneCode(PeopleDb db, KeyRing ring, TimeProvider time)
{
    public sealed record Command
    {
        public required string Phone { get; init; }

        /// <summary>Six digits; blanks and full-width digits are forgiven.</summary>
        public required string Code { get; init; }

        public override string ToString() => "CheckPhoneCode(sealed)";
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!Phone.TryParse(command.Phone, out var phone))
            return new PhoneNotValid();
        var code = Digits(command.Code);
        if (code is null)
            return new CodeNotRight();
        var outcome = await db.Write(() => Check(phone, code, ct), ct);
        if (outcome.Refusal is not null)
            SignInMeasures.Failed(SignInMeasures.Phone);
        return outcome;
    }

    private async Task<Outcome<Done>> Check(Phone phone, string code, CancellationToken ct)
    {
        var (keys, now) = (ring.Keys, time.GetUtcNow());
        var phones = keys.Index.Select(key => IdentityVault.BlindIndex(IndexedKind.Phone, phone.E164, key)).ToList();
        var sent = await db
            .PhoneCodes.AsNoTracking()
            .Where(c => phones.Contains(c.PhoneIndex))
            .OrderByDescending(c => c.SentAt)
            .FirstOrDefaultAsync(ct);
        if (sent is null)
            return new CodeNotRight();

        // The try is taken in the database before comparing: of guesses made side by side, no more than five are looked at.
        var taken = await db
            .PhoneCodes.Where(c => c.Id == sent.Id && c.UsedAt == null && c.ExpiresAt > now && c.Tries < PhoneCode.MaxTries)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Tries, x => x.Tries + 1), ct);
        if (taken == 0 || !sent.Matches(code, keys.IndexKey(sent.IndexKeyId)))
            return new CodeNotRight();

        var used = await db
            .PhoneCodes.Where(c => c.Id == sent.Id && c.UsedAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), ct);
        return used == 1 ? new Done() : new CodeNotRight();
    }

    private static string? Digits(string text)
    {
        if (text.Length > 20)
            return null;
        var plain = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        return plain.Length == 6 && plain.All(char.IsAsciiDigit) ? plain : null;
    }
}
