using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;

namespace Suiying.Channels.Features;

/// <summary>
/// 绑定微信: a signed-in person is given a code and sends it to the account from their WeChat; so the account shows that both are one person's, and nobody
/// can be led by a link to bind a stranger's.
/// </summary>
public sealed class LinkWeChat(WeChatSetting setting, WeChatFollowers followers)
{
    public sealed record Command
    {
        /// <summary>True takes the binding back instead.</summary>
        public bool Unbind { get; init; }
    }

    /// <param name="Account">What the city's account is called.</param>
    /// <param name="BoundAt">When it was bound; null where it is not.</param>
    /// <param name="Sends">True where news go there too.</param>
    public sealed record View(string Account, DateTimeOffset? BoundAt, bool Sends);

    /// <param name="Code">What is to be sent to the account; null after taking back.</param>
    /// <param name="Until">As long as it holds.</param>
    public sealed record Begun(string? Code, DateTimeOffset? Until)
    {
        public override string ToString() => "Begun(sealed)";
    }

    /// <summary>False where the city has no account.</summary>
    public bool Ready => setting.Seal is not null;

    public async Task<Outcome<View>> Look(Actor by, CancellationToken ct) =>
        !IsPerson(by) ? new NotAllowed()
        : !Ready ? new WeChatOff()
        : new View(setting.Name, await followers.BoundAt(new PersonId(by.Id), ct), setting.Secret is not null);

    public async Task<Outcome<Begun>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!IsPerson(by))
            return new NotAllowed();
        if (!Ready)
            return new WeChatOff();
        if (command.Unbind)
        {
            await followers.UnbindAll(new PersonId(by.Id), ct);
            return new Begun(null, null);
        }
        var code = await followers.NewCode(new PersonId(by.Id), ct);
        return new Begun(code.Digits, code.ExpiresAt);
    }

    private static bool IsPerson(Actor by) => by.Is(Role.Resident) && by.Id != Guid.Empty;
}
