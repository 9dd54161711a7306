using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>A member of staff takes back one of their own passkeys; it opens nothing from then on.</summary>
public sealed class RemovePasskey(UserManager<StaffUser> users, SecondFactors factors)
{
    public async Task<Outcome<Done>> Run(string? passkey, Actor by, CancellationToken ct)
    {
        var user = by.Id == Guid.Empty ? null : await users.FindByIdAsync(by.Id.ToString());
        if (user is null)
            return new NotAllowed();
        if (passkey is null or { Length: > 2000 } || !Base64Url.IsValid(passkey))
            return new NotFound();
        var id = Base64Url.DecodeFromChars(passkey);
        if (await users.GetPasskeyAsync(user, id) is not { } found)
            return new NotFound();

        factors.Note(user, AccountChangeKind.PasskeyRemoved, by, found.Name ?? "");
        var saved = await users.RemovePasskeyAsync(user, id);
        return saved.Succeeded ? new Done() : new AccountChanged();
    }
}
