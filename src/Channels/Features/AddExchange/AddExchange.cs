using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>接入一个话务平台; its signing secret is told once.</summary>
public sealed class AddExchange(ChannelsDb db, ExchangeGate gate, TimeProvider time)
{
    public sealed record Command
    {
        public required string Name { get; init; }

        /// <summary>Address under which recordings are found; empty where the exchange keeps none.</summary>
        public string Recordings { get; init; } = "";
    }

    public sealed record Added(Guid Id, string Name, string Secret)
    {
        public override string ToString() => $"Added {Id}";
    }

    public async Task<Outcome<Added>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SecurityAdmin))
            return new NotAllowed();
        var name = command.Name.Trim();
        var wrong = new List<FieldProblem>();
        if (name.Length is 0 or > PhoneExchange.LongestName || name.Any(char.IsControl))
            wrong.Add(new FieldProblem("name", $"请写明是哪个话务平台，最多{PhoneExchange.LongestName}个字。"));
        var recordings = AddressOf(command.Recordings.Trim(), wrong);
        if (wrong.Count > 0)
            return Refusal.Invalid(wrong);

        var now = time.GetUtcNow();
        var secret = SignedMessage.NewSecret();
        var exchange = new PhoneExchange(Guid.CreateVersion7(now), name, recordings, by, now);
        exchange.Keep(gate.Encrypt(secret));
        db.Exchanges.Add(exchange);
        await db.SaveChangesAsync(ct);
        return new Added(exchange.Id, name, secret);
    }

    private static Uri? AddressOf(string text, List<FieldProblem> wrong)
    {
        if (text.Length == 0)
            return null;
        if (
            text.Length <= PhoneExchange.LongestAddress
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http"
            && address.Query.Length == 0
            && address.UserInfo.Length == 0
        )
            return address;
        wrong.Add(new FieldProblem("recordings", "录音服务器的地址应是完整网址，例如https://rec.example/2026/，不带参数和口令。"));
        return null;
    }
}
