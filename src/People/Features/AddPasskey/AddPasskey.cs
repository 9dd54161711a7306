using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// A member of staff adds a passkey: the password once more, then what the authenticator answers to a challenge. Only who gave the password
/// gets a challenge, so its answer need not ask again.
/// </summary>
public sealed class AddPasskey(UserManager<StaffUser> users, SignInManager<StaffUser> signIn, PasswordAgain password, SecondFactors factors)
{
    public const int LongestName = 40;
    private const int Most = 20;

    public sealed record Command
    {
        /// <summary>By what the owner knows it again.</summary>
        public required string? Name { get; init; }

        /// <summary>What the browser made of the challenge.</summary>
        public required string? Credential { get; init; }
    }

    public async Task<IReadOnlyList<UserPasskeyInfo>> Mine(Actor by)
    {
        var user = await Find(by);
        return user is null ? [] : [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt)];
    }

    /// <summary>The challenge, as the browser's script reads it; good for five minutes.</summary>
    public async Task<Outcome<string>> Offer(string? typed, Actor by, CancellationToken ct)
    {
        if (await Find(by) is not { } user)
            return new NotAllowed();
        if (user.Demo)
            return new DemoAccount();
        if ((await users.GetPasskeysAsync(user)).Count >= Most)
            return new PasskeysFull(Most);
        if (await password.Ask(user, typed, ct) is { } refusal)
            return refusal;
        var owner = new PasskeyUserEntity
        {
            Id = user.Id.ToString(),
            Name = user.UserName!,
            DisplayName = user.DisplayName,
        };
        return await signIn.MakePasskeyCreationOptionsAsync(owner);
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (await Find(by) is not { } user)
            return new NotAllowed();
        var name = command.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
            return Refusal.Invalid(new FieldProblem("name", "请给通行密钥起个名字，不超过 40 字，例如“办公室电脑”。"));
        if (await Attest(command.Credential) is not { Succeeded: true } shown || shown.UserEntity.Id != user.Id.ToString())
            return new PasskeyNotAdded();

        shown.Passkey.Name = name;
        factors.Note(user, AccountChangeKind.PasskeyAdded, by, name);
        var saved = await users.AddOrUpdatePasskeyAsync(user, shown.Passkey);
        return saved.Succeeded ? new Done() : new AccountChanged();
    }

    private async Task<PasskeyAttestationResult?> Attest(string? credential)
    {
        if (credential?.Length is not (> 0 and <= SignInPasskey.LongestCredential))
            return null;
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The framework's way to say that no challenge is open: expired, used, or meant for signing in.
            return null;
        }
    }

    private async Task<StaffUser?> Find(Actor by) => by.Id == Guid.Empty ? null : await users.FindByIdAsync(by.Id.ToString());
}
