using Suiying.Contracts.People;

namespace Suiying.People.Features;

/// <summary>Phone codes as other modules use them.</summary>
public sealed class PhoneCodes(SendPhoneCode send, CheckPhoneCode check) : IPhoneCodes
{
    public Task<Outcome<Done>> Send(string phone, CancellationToken ct) =>
        send.Run(new SendPhoneCode.Command { Phone = phone }, Actor.Visitor, ct);

    public Task<Outcome<Done>> Check(string phone, string code, CancellationToken ct) =>
        check.Run(new CheckPhoneCode.Command { Phone = phone, Code = code }, Actor.Visitor, ct);
}
