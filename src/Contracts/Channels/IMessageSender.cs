namespace Suiying.Contracts.Channels;

/// <summary>A message to one phone. <paramref name="Text"/> never holds sealed content.</summary>
public sealed record OutgoingMessage(string Phone, string Text);

/// <summary>Sends messages out. In development it writes them to the log instead.</summary>
public interface IMessageSender
{
    Task Send(OutgoingMessage message, CancellationToken ct);
}
