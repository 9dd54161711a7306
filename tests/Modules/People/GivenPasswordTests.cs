using Suiying.People.Model;

namespace Suiying.Tests.People;

public sealed class GivenPasswordTests
{
    /// <summary>One in about eight thousand had no small letter, and the account could not be made.</summary>
    [Fact]
    public void A_password_that_the_program_gives_out_always_meets_the_rules()
    {
        for (var i = 0; i < 60_000; i++)
        {
            var password = GivenPassword.New();
            Assert.True(password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiDigit) && password.Length == 19, password);
        }
    }
}
