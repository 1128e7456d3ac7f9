package io.leadbaton;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service that carries leads between marketing and sales. */
@SpringBootApplication
public class Leadbaton {

    public static void main(String[] args) {
        // The engine keeps instants without a zone and reads the JVM's zone once, when its classes load.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Leadbaton.class, args);
    }
}
