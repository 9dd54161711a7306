namespace Suiying.Contracts.Channels;

/// <summary>A message to one phone. <see cref="Text"/> never holds sealed content.</summary>
/// <param name="Phone">Phone in E.164.</param>
/// <param name="Text">What the person reads.</param>
public sealed record OutgoingMessage(string Phone, string Text)
{
    /// <summary>Says nothing, so that no log line carries a phone or a code.</summary>
    public override string ToString() => "OutgoingMessage(sealed)";
}

/// <summary>Sends messages out. In development it writes them to the log instead.</summary>
public interface IMessageSender
{
    Task Send(OutgoingMessage message, CancellationToken ct);
}
