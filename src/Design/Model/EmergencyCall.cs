namespace Suiying.Design;

/// <summary>A number for people in danger.</summary>
/// <param name="Number">As it is dialled.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Sms">True where it is written to.</param>
public sealed record EmergencyCall(string Number, string Name, bool Sms);
