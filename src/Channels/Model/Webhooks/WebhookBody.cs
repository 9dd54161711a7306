using System.Globalization;
using System.Text;

namespace Suiying.Channels.Model.Webhooks;

/// <summary>The body of a message: type, time and the request as Open311 shows it.</summary>
internal static class WebhookBody
{
    public static string Of(WebhookEvent of, DateTimeOffset at, Fields request) => Written(Webhook.TypeOf(of), at, request);

    /// <summary>A message that says nothing but that messages arrive.</summary>
    public static string Test(DateTimeOffset at) => Written("test", at, new Fields { { "note", "推送测试" } });

    private static string Written(string type, DateTimeOffset at, Fields data) =>
        Encoding.UTF8.GetString(
            AnswerText.ToJson(
                new Answer(
                    "event",
                    new Fields
                    {
                        { "type", type },
                        { "timestamp", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) },
                        { "data", data },
                    }
                )
            )
        );
}
