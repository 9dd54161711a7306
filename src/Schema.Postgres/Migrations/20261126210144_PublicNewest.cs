using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PublicNewest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_public",
                table: "requests_requests",
                columns: new[] { "RegisteredAt", "Serial" },
                filter: "\"Confidentiality\" = 'Normal' AND \"Type\" <> 'Report'"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_requests_public", table: "requests_requests");
        }
    }
}
