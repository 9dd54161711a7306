namespace Suiying.Contracts.Channels;

/// <summary>A message to one phone. <see cref="Text"/> never holds sealed content.</summary>
/// <param name="Phone">Phone in E.164.</param>
/// <param name="Text">What the person reads.</param>
public sealed record OutgoingMessage(string Phone, string Text)
{
    /// <summary>The same at every repetition of one message, so that it reaches the phone once; null where none is repeated.</summary>
    public Guid? Id { get; init; }

    /// <summary>Says nothing, so that no log line carries a phone or a code.</summary>
    public override string ToString() => "OutgoingMessage(sealed)";
}

/// <summary>Sends messages out. In development it writes them to the log instead.</summary>
public interface IMessageSender
{
    /// <summary>False where no way of sending is set up; then nobody should try.</summary>
    bool Ready => true;

    Task Send(OutgoingMessage message, CancellationToken ct);
}

/// <summary>A message could not be handed over. The text says why in the words of an operator, without the address.</summary>
/// <param name="why">Such as the status of the gateway.</param>
/// <param name="forGood">True where trying again would change nothing.</param>
public class MessageNotSentException(string why, bool forGood = false) : Exception(why)
{
    public bool ForGood { get; } = forGood;
}
