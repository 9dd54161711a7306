using System.Text.Json;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>phone</c> of city.json: 话务标准. What it leaves out is as <see cref="PhoneService.Usual"/> says.</summary>
internal static class PhonePart
{
    private const string Member = "phone";

    public static PhoneService? Read(JsonPart city, BasesFile bases)
    {
        if (city.Object(Member) is not { } part)
            return null;
        var usual = PhoneService.Usual;
        return new PhoneService
        {
            AnswerSeconds = part.Whole("answerSeconds", 1, 120) ?? usual.AnswerSeconds,
            ConnectPercent = part.Whole("connectPercent", 1, 100) ?? usual.ConnectPercent,
            AnsweredInTimePercent = part.Whole("answeredInTimePercent", 1, 99) ?? usual.AnsweredInTimePercent,
            ShortSeconds = part.Whole("shortSeconds", 0, 60) ?? usual.ShortSeconds,
            ShrinkagePercent = part.Whole("shrinkagePercent", 0, 80) ?? usual.ShrinkagePercent,
            Basis = bases.Cited(part, "basis"),
            Verified = part.Flag("verified", false),
        };
    }

    public static void Write(Utf8JsonWriter json, PhoneService phone)
    {
        json.WriteStartObject(Member);
        json.WriteNumber("answerSeconds", phone.AnswerSeconds);
        json.WriteNumber("connectPercent", phone.ConnectPercent);
        json.WriteNumber("answeredInTimePercent", phone.AnsweredInTimePercent);
        json.WriteNumber("shortSeconds", phone.ShortSeconds);
        json.WriteNumber("shrinkagePercent", phone.ShrinkagePercent);
        json.WriteString("basis", phone.Basis);
        json.WriteBoolean("verified", phone.Verified);
        json.WriteEndObject();
    }
}
