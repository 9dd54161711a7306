using Suiying.Contracts.Requests;
using Suiying.Kernel;

namespace Suiying.Contracts.Channels;

/// <summary>来信待登记: a letter to a leader that is no request yet.</summary>
/// <param name="Request">The id that its request will have.</param>
/// <param name="To">The post to which it is written.</param>
/// <param name="Title">How it begins.</param>
/// <param name="At">When it came.</param>
/// <param name="Aside">True where somebody read it and registered nothing.</param>
public sealed record WaitingLetter(RequestId Request, string To, string Title, DateTimeOffset At, bool Aside);

/// <summary>What a person wrote and has no number for.</summary>
public interface IWaitingLetters
{
    /// <summary>The newest letters of this signed-in resident, newest first; none for anybody else.</summary>
    Task<IReadOnlyList<WaitingLetter>> Of(Actor by, CancellationToken ct);
}
