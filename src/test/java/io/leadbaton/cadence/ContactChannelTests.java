package io.leadbaton.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.NextAttempt.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactChannelTests {

    @ParameterizedTest
    @CsvSource({
        "phone, phone, Call",
        "Phone, phone, Call",
        "email, email, Write an e-mail",
        "E-Mail, email, Write an e-mail",
        "linkedin, linkedin, LinkedIn message",
        "LinkedIn, linkedin, LinkedIn message",
        "sms, sms, Text message",
        "whatsapp, whatsapp, WhatsApp message"
    })
    void knowsItsWordHoweverAPlanSpellsIt(String written, String wire, String todo) {
        ContactChannel channel = ContactChannel.of(written);

        assertThat(channel.wire()).isEqualTo(wire);
        assertThat(channel.todo()).isEqualTo(todo);
    }

    @Test
    void callsAnUnknownOneByTheNameInThePlan() {
        ContactChannel fax = ContactChannel.of("fax");

        assertThat(fax.todo()).isEqualTo("Reach out by fax");
        assertThat(fax.address()).isNull();
        assertThat(ContactChannel.KNOWN).doesNotContain(fax);
    }

    @Test
    void needsANumberForWhateverGoesToATelephone() {
        assertThat(ContactChannel.KNOWN.stream().filter(channel -> channel.address() == Address.PHONE))
                .extracting(ContactChannel::wire)
                .containsExactly("phone", "sms", "whatsapp");
    }
}
